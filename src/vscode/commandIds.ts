/** What a person runs to publish; the manifest names the same ones. */
export const publishingCommandIds = [
  'countersign.publishToPyPI',
  'countersign.publishToTestPyPI',
  'countersign.rehearse',
  'countersign.publishToAnotherIndex',
  'countersign.publishFiles',
  'countersign.forgetFactor',
  'countersign.showReleases',
  'countersign.showLog',
] as const;

/** What a person runs on dependencies. */
export const editingCommandIds = [
  'countersign.checkWorkspace',
  'countersign.lookUp',
  'countersign.lockAgain',
  'countersign.switchProfile',
] as const;

/** Every command of the extension that takes no arguments. */
export const commandIds = [...publishingCommandIds, ...editingCommandIds] as const;

export type PublishingCommandId = (typeof publishingCommandIds)[number];
export type EditingCommandId = (typeof editingCommandIds)[number];
export type CommandId = (typeof commandIds)[number];

/** Run by our own code actions and status items, with arguments; the palette and other extensions' lists do not show them. */
export const internalCommands = {
  suppress: '_countersign.suppress',
  acceptName: '_countersign.acceptName',
  lock: '_countersign.lock',
  askAgain: '_countersign.askAgain',
} as const;
