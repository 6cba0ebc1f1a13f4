import { describe, expect, it } from 'vitest';
import { cameraProblem } from '../../../../src/browser/face/camera.ts';
import { createFaceSource, type FaceSourceOptions } from '../../../../src/browser/face/index.ts';

describe('createFaceSource', () => {
  it.each([
    [{ rate: 0 }, 'Expected the face source\'s rate to be looks in a second between 1 and 60, but got 0. Correct it or leave it out.'],
    [{ assets: '' }, 'Expected the face source\'s assets to be a string that is not empty, but got "". Correct it or leave it out.'],
    [{ onStats: 3 }, 'Expected the face source\'s onStats to be a function, but got 3. Correct it or leave it out.'],
    [{ people: 0 }, 'Expected the face source\'s people to be a whole number from 1 to 4, but got 0. Correct it or leave it out.'],
    [{ people: 5 }, 'Expected the face source\'s people to be a whole number from 1 to 4, but got 5. Correct it or leave it out.'],
    [{ onPeople: 3 }, 'Expected the face source\'s onPeople to be a function, but got 3. Correct it or leave it out.'],
    [{ delegate: 'NPU' }, 'Expected the face source\'s delegate to be "CPU" or "GPU", but got "NPU". Correct it or leave it out.'],
    [{ stream: {} }, 'Expected the face source\'s stream to be a MediaStream, but got {}. Correct it or leave it out.'],
    [{ head: '' }, 'Expected the face source\'s head to be a string that is not empty, but got "". Correct it or leave it out.'],
    [{ blendshapes: 3 }, 'Expected the face source\'s blendshapes to be a string that is not empty, but got 3. Correct it or leave it out.'],
    [{ onCalibration: 3 }, 'Expected the face source\'s onCalibration to be a function, but got 3. Correct it or leave it out.'],
  ])('refuses %o', (options, message) => {
    expect(() => createFaceSource(options as FaceSourceOptions)).toThrow(message);
  });

  it('takes null for "none" of the models', () => {
    expect(createFaceSource({ blendshapes: null, head: null }).sense).toBe('face');
  });

  it.each([2, 11, Number.NaN])('refuses a calibration of %s seconds', (length) => {
    expect(() => createFaceSource().calibrate(length)).toThrow('Expected a calibration of 3 to 10 seconds');
  });

  it('touches nothing before it is started, and may be stopped at any time', async () => {
    const source = createFaceSource();
    source.reset();
    source.calibrate();
    await source.stop();
    await source.stop();
    expect(source.sense).toBe('face');
  });
});

describe('cameraProblem', () => {
  it.each([
    ['NotAllowedError', 'permission-denied'], ['NotFoundError', 'device-missing'], ['OverconstrainedError', 'device-missing'],
    ['NotReadableError', 'device-busy'], ['TypeError', 'unsupported'],
  ])('answers %s with %s', (name, code) => {
    const thrown = new Error('no');
    thrown.name = name;
    expect(cameraProblem(thrown, 'abc').code).toBe(code);
  });
});
