import { AttuneError, type Store } from '../../core/index.ts';
import { never, Planted, type Trouble } from './fault.ts';

/** A device that keeps things late, badly or not at all. */
export function faultyStore(store: Store, trouble: Trouble): Store {
  let dead = false;

  /** @param wrong what may come instead */
  function ask<T>(call: () => Promise<T>, wrong: readonly unknown[] = []): Promise<T> {
    if (dead) return Promise.reject(new AttuneError('storage-failed', 'Expected a place on the device, but this store is dead on purpose.'));
    const fault = trouble.next('slow', 'silent', 'throws', 'rejects', 'rejects-late', ...(wrong.length > 0 ? (['garbage'] as const) : []), 'dies');
    switch (fault) {
      case 'throws': throw new Planted('store', fault);
      case 'rejects': return Promise.reject(new AttuneError('storage-failed', 'Expected room on the device, but this store has none on purpose.'));
      case 'rejects-late': return trouble.pass(trouble.between(1, 20)).then(() => Promise.reject(new Planted('store', fault)));
      case 'slow': return trouble.pass(trouble.between(1, 20)).then(call);
      case 'silent': return never();
      case 'garbage': return Promise.resolve(trouble.pick(wrong) as T);
      case 'dies':
        dead = true;
        return ask(call);
      default: return call();
    }
  }

  return {
    get: (key) => ask(() => store.get(key), [null, 'text', 7, { kind: 'name' }]),
    set: (key, value) => ask(() => store.set(key, value)),
    delete: (key) => ask(() => store.delete(key)),
    list: () => ask(() => store.list(), [[], [['a', null], ['b', 7]], [['c', { id: 'c', kind: 'cat' }]]]),
    clear: () => ask(() => store.clear()),
  };
}
