// node checkNode.cjs VERSION: what the check says under that version of Node
const versions = { ...process.versions, node: process.argv[2] };
Object.defineProperty(process, 'versions', { value: versions });
require('../../../../scripts/check-node.cjs');
