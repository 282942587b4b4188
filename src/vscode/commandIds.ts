/** Every command of the extension; the manifest names the same ones. */
export const commandIds = [
  'countersign.publishToPyPI',
  'countersign.publishToTestPyPI',
  'countersign.rehearse',
  'countersign.publishToAnotherIndex',
  'countersign.publishFiles',
  'countersign.forgetFactor',
  'countersign.showReleases',
  'countersign.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];
