import { createFakeRecognizer } from '../../../../src/testing/index.ts';
import { describeRecognizer } from './recognizer-contract.ts';
import { moonshineHarness } from './moonshine-harness.ts';

const turns = async (): Promise<void> => {
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
};

describeRecognizer('the fake', () => ({ recognizer: createFakeRecognizer({ texts: ['hello', 'you', 'there'] }), settle: turns }));
describeRecognizer('Moonshine in its worker', moonshineHarness);
