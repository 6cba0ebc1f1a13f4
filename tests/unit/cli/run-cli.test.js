import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from "../../../src/cli/run-cli.js";
import { temporaryFolder } from "../../assets/temporary-folder.js";
let errors;
let lines;
beforeEach(() => {
    errors = [];
    lines = [];
    vi.spyOn(console, 'error').mockImplementation((text) => void errors.push(text));
    vi.spyOn(console, 'log').mockImplementation((text) => void lines.push(text));
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
    vi.restoreAllMocks();
});
describe('runCli', () => {
    it('shows its commands, and asks for one with status 2', async () => {
        expect(await runCli(['--help'])).toBe(0);
        expect(await runCli([])).toBe(2);
        expect(lines.join('\n')).toContain('assets');
    });
    it('shows the options of a command', async () => {
        expect(await runCli(['assets', '--help'])).toBe(0);
        expect(lines.join('\n')).toMatch(/--out[^]*--only/);
    });
    it('prepares the groups that it is asked for', async () => {
        expect(await runCli(['assets', '--out', temporaryFolder(), '--only', 'xr, avatars'])).toBe(0);
        expect(lines.join('\n')).toMatch(/\d+ files written, 0 already right/);
    });
    it.each([
        [['dance'], 'got "dance"'],
        [['constructor'], 'got "constructor"'],
        [['assets'], 'Expected --out to name a folder'],
        [['assets', '--out'], 'Expected --out to name a folder'],
        [['assets', '--out='], 'Expected --out to name a folder'],
        [['assets', '--out', 'x', '--only', 'face,legs'], '"legs"'],
        [['assets', '--out', 'x', '--only='], 'is empty'],
        [['assets', '--out', 'x', '--onyl', 'face'], 'got "--onyl"'],
        [['assets', '--out', 'x', 'y'], 'got "y"'],
    ])('refuses %j in one line, with status 2', async (args, message) => {
        expect(await runCli(args)).toBe(2);
        expect(errors).toHaveLength(1);
        expect(errors[0]).toContain(message);
        expect(errors[0]).not.toContain('\n');
    });
    it('refuses a file as the folder, with status 2', async () => {
        const file = join(temporaryFolder(), 'file');
        writeFileSync(file, '');
        expect(await runCli(['assets', '--out', file])).toBe(2);
        expect(errors[0]).toContain('is a file');
    });
});
