import type { Language } from '../../core/index.ts';
import type { Scope } from './plain-scope.ts';
import { scopeOfChinese } from './scope-zh.ts';
import { scopeOfEnglish } from './scope-en.ts';
import type { Token } from './tokens.ts';

/** Finds negations, measures, questions about somebody else and clauses, by rules of each language. */
export function scopeOf(tokens: readonly Token[], language: Language): Scope {
  return language === 'zh' ? scopeOfChinese(tokens) : scopeOfEnglish(tokens);
}
