/** Monaco with what editing JSON needs and nothing else, in the language of the page. Loaded with the code view. */
import { designSchema } from '@tongban/shared/document';
import { toJSONSchema } from 'zod';

export interface CodeEditor {
  text(): string;
  setText(text: string): void;
  onChange(listener: () => void): void;
  dispose(): void;
}
interface Opening {
  readonly text: string;
  readonly readOnly: boolean;
  readonly language: string;
  readonly label: string;
}

const MODEL = 'inmemory://design.json';

async function load(language: string) {
  if (language !== 'en') await import('monaco-editor/nls/lang/zh-cn.js');
  const [monaco, json, editorWorker, jsonWorker] = await Promise.all([
    import('monaco-editor/editor.js'),
    import('monaco-editor/languages/features/json/register.js'),
    import('monaco-editor/editor/editor.worker.js?worker'),
    import('monaco-editor/language/json/json.worker.js?worker'),
    import('monaco-editor/features/find/register.js'),
    import('monaco-editor/features/folding/register.js'),
    import('monaco-editor/features/hover/register.js'),
    import('monaco-editor/features/suggest/register.js'),
    import('monaco-editor/features/bracketMatching/register.js'),
    import('monaco-editor/features/clipboard/register.js'),
    import('monaco-editor/features/contextmenu/register.js'),
    import('monaco-editor/features/gotoError/register.js'),
  ]);
  self.MonacoEnvironment = {
    getWorker: (_id: string, label: string) =>
      label === 'json' ? new jsonWorker.default() : new editorWorker.default(),
  };
  json.jsonDefaults.setDiagnosticsOptions({
    validate: true,
    schemas: [
      { uri: 'inmemory://design.schema.json', fileMatch: [MODEL], schema: toJSONSchema(designSchema, { io: 'input' }) },
    ],
  });
  return monaco;
}

/** Null when `wanted` says, once everything is loaded, that nobody waits for it any more. */
export async function openEditor(
  host: HTMLElement,
  opening: Opening,
  wanted: () => boolean,
): Promise<CodeEditor | null> {
  const monaco = await load(opening.language);
  if (!wanted()) return null;
  const uri = monaco.Uri.parse(MODEL);
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(opening.text, 'json', uri);
  const dark = document.documentElement.dataset.scheme === 'dark';
  const editor = monaco.editor.create(host, {
    model,
    readOnly: opening.readOnly,
    theme: dark ? 'vs-dark' : 'vs',
    automaticLayout: true,
    ariaLabel: opening.label,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fontSize: 13,
    tabSize: 2,
  });
  return {
    text: () => model.getValue(),
    setText: (text) => model.setValue(text),
    onChange: (listener) => void model.onDidChangeContent(listener),
    dispose: () => {
      editor.dispose();
      model.dispose();
    },
  };
}
