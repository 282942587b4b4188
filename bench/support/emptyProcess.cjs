// @ts-check
/** What any process of Node weighs before it does anything. */
process.send?.('here');
setInterval(() => undefined, 1000);
