/* oxlint-disable no-underscore-dangle -- the flatbuffers package names its reading methods so */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteBuffer } from 'flatbuffers';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attentionIndex } from "../../src/cli/assets/attention-index.js";
import { findPackage, ownFolder } from "../../src/cli/assets/find-package.js";
import { viewRoot, viewTable } from "../../src/cli/assets/flatbuffer.js";
import { assembleFaceTask } from "../../src/cli/assets/face-task.js";
import pinned from '../../src/cli/assets/manifest.json' with { type: 'json' };
import { rewriteTflite } from "../../src/cli/assets/rewrite-tflite.js";
const faceMesh = findPackage('@mediapipe/face_mesh', [ownFolder]);
const packed = new Uint8Array(readFileSync(join(faceMesh?.folder ?? '', 'face_mesh_solution_packed_assets.data')));
const task = assembleFaceTask(packed);
const entries = unzipSync(task);
const entry = (name) => entries[name] ?? new Uint8Array();
/** The data of one of a model's buffers. */
function bufferData(buffer, index) {
    const table = viewTable(buffer, viewRoot(buffer).tables(4)[index] ?? 0);
    const field = table.field(0) ?? 0;
    const start = buffer.__vector(field);
    return buffer.bytes().slice(start, start + buffer.__vector_len(field));
}
/** Mean and standard deviation that a model's metadata asks for, read by slot as the schema has it. */
function normalization(model) {
    const buffer = new ByteBuffer(model);
    const [metadata] = viewRoot(buffer).tables(6);
    const entryView = viewTable(buffer, metadata ?? 0);
    expect(entryView.text(0)).toBe('TFLITE_METADATA');
    const bytes = bufferData(buffer, entryView.int32(1));
    expect(new TextDecoder().decode(bytes.subarray(4, 8))).toBe('M001');
    const inner = new ByteBuffer(bytes);
    const subgraph = viewTable(inner, viewRoot(inner).tables(3)[0] ?? 0);
    const inputs = subgraph.tables(2);
    expect(inputs).toHaveLength(1);
    const unit = viewTable(inner, viewTable(inner, inputs[0] ?? 0).tables(4)[0] ?? 0);
    expect(inner.readUint8(unit.field(0) ?? 0)).toBe(1); // NormalizationOptions
    const options = viewTable(inner, unit.target(1) ?? 0);
    const first = (slot) => inner.readFloat32(inner.__vector(options.field(slot) ?? 0));
    return { mean: first(0), std: first(1) };
}
describe('the assembled face_landmarker.task', () => {
    it('has the hash that the manifest pins', () => {
        const product = pinned.products.find(({ path }) => path === 'face/face_landmarker.task');
        expect(createHash('sha256').update(task).digest('hex')).toBe(product?.sha256);
    });
    it('stores its three entries without compression', () => {
        expect(Object.keys(entries)).toEqual(['face_detector.tflite', 'face_landmarks_detector.tflite', 'geometry_pipeline_metadata_landmarks.binarypb']);
        const view = new DataView(task.buffer, task.byteOffset);
        for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
            expect(view.getUint16(at + 8, true)).toBe(0);
            at += 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
        }
    });
    it('says how each model normalises its picture', () => {
        expect(normalization(entry('face_detector.tflite'))).toEqual({ mean: 127.5, std: 127.5 });
        expect(normalization(entry('face_landmarks_detector.tflite'))).toEqual({ mean: 0, std: 255 });
    });
    it('keeps the old models whole, at an offset that keeps their alignment', () => {
        for (const [name, from, to] of [
            ['face_landmarks_detector.tflite', 0, 2_495_952],
            ['face_detector.tflite', 3_757_224, 3_986_256],
        ]) {
            const model = Buffer.from(entry(name));
            const at = model.indexOf(packed.subarray(from, to));
            expect(at).toBeGreaterThan(0);
            expect(at % 64).toBe(0);
        }
    });
    it('gives the landmark model two outputs: 1434 numbers and the presence of a face', () => {
        const buffer = new ByteBuffer(entry('face_landmarks_detector.tflite'));
        const graph = viewTable(buffer, viewRoot(buffer).tables(2)[0] ?? 0);
        const tensors = graph.tables(0).map((position) => viewTable(buffer, position));
        const outputs = graph.ints(2).map((index) => tensors[index]);
        expect(outputs.map((tensor) => [tensor?.text(3), tensor?.ints(0)])).toEqual([
            ['landmarks', [1, 1, 1, 1434]],
            ['conv_faceflag', [1, 1, 1, 1]],
        ]);
    });
    it('ends the landmark model in a concatenation of six outputs and a gather', () => {
        const buffer = new ByteBuffer(entry('face_landmarks_detector.tflite'));
        const root = viewRoot(buffer);
        const graph = viewTable(buffer, root.tables(2)[0] ?? 0);
        const tensors = graph.tables(0).map((position) => viewTable(buffer, position));
        const codes = root.tables(1).map((position) => viewTable(buffer, position).int32(3));
        const [concatenation, pick] = graph.tables(3).slice(-2).map((position) => viewTable(buffer, position));
        expect([codes[concatenation?.int32(0) ?? 0], codes[pick?.int32(0) ?? 0]]).toEqual([2, 36]);
        expect(concatenation?.ints(1).map((index) => tensors[index]?.text(3))).toEqual([
            'output_mesh_identity', 'output_lips', 'output_left_eye', 'output_right_eye', 'output_left_iris', 'output_right_iris',
        ]);
        const joined = tensors[concatenation?.ints(2)[0] ?? 0];
        expect(joined?.ints(0)).toEqual([1, 1, 1, 1868]);
        const constant = tensors[pick?.ints(1)[1] ?? 0];
        expect(constant?.ints(0)).toEqual([1434]);
        const data = bufferData(buffer, constant?.int32(2) ?? 0);
        expect(new Int32Array(data.buffer)).toEqual(attentionIndex());
        for (const operator of [concatenation, pick])
            expect(viewTable(buffer, operator?.target(4) ?? 0).int32(0)).toBe(3);
    });
});
describe('attentionIndex', () => {
    const index = attentionIndex();
    const at = (landmark) => [...index.slice(landmark * 3, landmark * 3 + 3)];
    it('picks 1434 numbers, all inside the joined tensor', () => {
        expect(index).toHaveLength(1434);
        expect(Math.min(...index)).toBe(2); // landmark 0 is on the lips: only its z is the mesh's
        expect(Math.max(...index)).toBe(1867);
    });
    it('keeps a landmark that is not refined', () => {
        expect(at(1)).toEqual([3, 4, 5]);
    });
    it('takes x and y of a refined landmark from its refinement, and z from the mesh', () => {
        expect(at(61)).toEqual([1404, 1405, 61 * 3 + 2]); // the first of the lips
        expect(at(33)).toEqual([1564, 1565, 33 * 3 + 2]); // the first of the left eye
        expect(at(263)).toEqual([1706, 1707, 263 * 3 + 2]); // the first of the right eye
    });
    it('gives each iris the depth of its own eye', () => {
        expect(at(468)).toEqual([1848, 1849, 145 * 3 + 2]);
        expect(at(477)).toEqual([1866, 1867, 374 * 3 + 2]);
    });
});
describe('rewriteTflite', () => {
    it('refuses what is not a model', () => {
        expect(() => rewriteTflite(new Uint8Array(64), 'face_detector', { mean: 0, std: 1 })).toThrow(/Expected a TFLite model .* for face_detector/);
    });
    it('refuses a model that was rewritten before', () => {
        expect(() => rewriteTflite(entry('face_detector.tflite'), 'face_detector', { mean: 0, std: 1 })).toThrow(/neither metadata nor signatures/);
    });
    it('names a tensor that the model lacks', () => {
        const detector = packed.slice(3_757_224, 3_986_256);
        const joined = { parts: [{ name: 'lips', length: 2 }], index: new Int32Array(2), name: 'out', keep: [] };
        expect(() => rewriteTflite(detector, 'face_detector', { mean: 0, std: 1 }, joined)).toThrow(/tensor "lips"/);
    });
});
