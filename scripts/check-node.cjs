// Runs before everything else and on any Node, so it is plain old JavaScript.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error('Attune needs Node 20.19 or later, but this is ' + process.version + '. Install a current Node from your package manager or nodejs.org, then run the command again.');
  process.exit(1);
}
