/** The command that a person is sent to where a factor can no longer be used, as the palette shows it. */
export const forgetFactorTitle = 'Countersign: Forget Security Key or Phone Code…';
