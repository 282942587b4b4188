// @ts-check

/**
 * VS Code's logger is a native module that would have to be compiled. This one writes the same lines with `fs`,
 * so that the Output view shows the extension's log.
 */
export const spdlogStandIn = `'use strict';
const fs = require('node:fs');
const path = require('node:path');

class Logger {
  constructor(file) { this.file = file; this.level = 2; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  write(level, name, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    try { fs.appendFileSync(this.file, this.raw ? message : time + ' [' + name + '] ' + message + '\\n'); } catch {}
  }
  trace(message) { this.write(0, 'trace', message); }
  debug(message) { this.write(1, 'debug', message); }
  info(message) { this.write(2, 'info', message); }
  warn(message) { this.write(3, 'warning', message); }
  error(message) { this.write(4, 'error', message); }
  critical(message) { this.write(5, 'critical', message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
`;
