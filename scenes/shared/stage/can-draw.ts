import { asProblem, type AttuneError } from 'attune';
import { assertWebGL } from 'attune/three';

/** Whether this browser can draw an avatar; why not otherwise. */
export function canDraw(): true | AttuneError {
  try {
    assertWebGL();
    return true;
  } catch (thrown) {
    return asProblem(thrown, 'webgl-missing', 'The avatar can not be drawn');
  }
}
