// Old syntax on purpose: this file has to run, and say one clear thing, even under Node 8.
'use strict';

var oldest = [20, 19];
var newestTested = 26;

var parts = process.versions.node.split('.').map(Number);

if (parts[0] < oldest[0] || (parts[0] === oldest[0] && parts[1] < oldest[1])) {
  console.error(
    'Node ' +
      oldest.join('.') +
      ' or newer is needed, and this is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').\n' +
      'Install a current one (https://nodejs.org, or `nvm install 22`) and run the command again.',
  );
  process.exit(1);
}
if (parts[0] > newestTested) {
  console.warn(
    'Note: this is Node ' +
      process.versions.node +
      '; the project is tested with Node ' +
      oldest[0] +
      ' to ' +
      newestTested +
      '.',
  );
}
