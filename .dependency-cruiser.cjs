/** The rules of the house, as docs/architecture.md gives them. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'core-imports-only-core', severity: 'error', from: { path: '^src/core/' }, to: { pathNot: ['^src/core/', '^node_modules/valibot/', 'valibot'] } },
    { name: 'affect-knows-no-plan', severity: 'error', from: { path: '^src/core/affect/' }, to: { path: '^src/core/(appraise|plan|perform|agent|ports)/' } },
    { name: 'signals-know-nothing-behind-them', severity: 'error', from: { path: '^src/core/signals/' }, to: { path: '^src/core/(appraise|plan|perform|agent|ports)/' } },
    { name: 'plan-knows-no-performer', severity: 'error', from: { path: '^src/core/plan/' }, to: { path: '^src/core/(perform/(act|sample|performance)|agent/)' } },
    { name: 'edges-reach-core-through-its-index', severity: 'error', from: { path: '^src/(browser|three|react|record|explain|group|dialogue|memory|preflight|kiosk|scenario|xr|testing)/' }, to: { path: '^src/core/', pathNot: '^src/core/index\\.ts$' } },
    { name: 'browser-knows-no-three-nor-react', severity: 'error', from: { path: '^src/browser/' }, to: { path: ['^src/(three|react)/', '^node_modules/(three|react)/'] } },
    { name: 'three-knows-browsers-only-as-default-ports', severity: 'error', from: { path: '^src/three/', pathNot: '^src/three/agent/default-ports\\.ts$' }, to: { path: '^src/', pathNot: '^src/(three/|(core|preflight)/index\\.ts$)' } },
    { name: 'record-knows-only-core', severity: 'error', from: { path: '^src/record/' }, to: { pathNot: ['^src/record/', '^src/core/index\\.ts$', 'valibot'] } },
    { name: 'explanations-groups-memory-preflight-kiosks-and-scenarios-know-only-core', severity: 'error', from: { path: '^src/(explain|group|memory|preflight|kiosk|scenario)/' }, to: { path: '^src/', pathNot: '^src/($1/|core/index\\.ts$)' } },
    { name: 'dialogue-knows-only-core', severity: 'error', from: { path: '^src/dialogue/' }, to: { path: '^src/', pathNot: '^src/(dialogue/|core/index\\.ts$)' } },
    { name: 'xr-knows-only-core-and-three', severity: 'error', from: { path: '^src/xr/' }, to: { path: '^src/', pathNot: '^src/(xr/|(core|three)/index\\.ts$)' } },
    { name: 'reading-of-motion-is-pure', severity: 'error', from: { path: '^src/xr/motion/' }, to: { pathNot: '^src/(xr/motion/|core/index\\.ts$)' } },
    { name: 'react-only-in-react', severity: 'error', from: { path: '^src/', pathNot: '^src/react/' }, to: { path: '^node_modules/(react|react-dom|@react-three)/' } },
    { name: 'no-node-outside-the-command-line', severity: 'error', from: { path: '^src/', pathNot: '^src/(cli|learn|monitor)/' }, to: { dependencyTypes: ['core'] } },
    { name: 'source-imports-no-assets', severity: 'error', from: { path: '^src/' }, to: { path: '^(avatars|models|scenes|tests|scripts)/' } },
    { name: 'scenes-import-entry-points-only', severity: 'error', from: { path: '^scenes/' }, to: { path: '^src/', pathNot: '^src/(index|(browser|three|react|record|explain|group|dialogue|memory|preflight|kiosk|scenario|xr|testing)/index)\\.ts$' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?worker&url$|^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@attune/source', 'import', 'browser', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
