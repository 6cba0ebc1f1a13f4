import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Language, LANGUAGES } from '../../core/index.ts';
import { checkStyle } from '../../dialogue/index.ts';
