/** `npm run evaluate -- NAME`: measures what Attune ships on real data. The first models come with the bench for learning. */

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.log('Usage: npm run evaluate -- NAME\nThere is no model to evaluate yet: the first estimates are rules, not trained.');
} else {
  console.error(`Expected the name of a model, but got "${name}", and there is no model to evaluate yet.`);
  process.exitCode = 2;
}
