export { createBrowserModel, hasBrowserModel, type BrowserModel, type BrowserModelOptions, type ModelAvailability } from './browser-model.ts';
export type { DialogueModel, ModelMessage, ModelPart, ModelPrompt, ModelTool } from './dialogue-model.ts';
export { createEndpointModel, type EndpointModelOptions } from './endpoint-model.ts';
export { createEngineModel, type WebLlmEngine, type WllamaEngine } from './engine-model.ts';
export { createModelDialogue, type ModelDialogueOptions } from './model-dialogue.ts';
export type { DialogueTools } from './tools.ts';
