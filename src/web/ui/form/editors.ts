import { type ComponentType, createContext, useContext } from 'react';
import type { Field, Options } from '../../lib/schema-form.ts';
import type { Place } from './row-list.tsx';

export type EditorProps = Place & { field: Field; options: Options };

/** Controls of their own for some members of a form, by where these stand (keys joined by `/`). Everything else is drawn by its schema. */
export type Editors = Readonly<Record<string, ComponentType<EditorProps>>>;

export const FormEditors = createContext<Editors>({});

/** The control of its own for what stands there, if it has one. */
export function useEditor(path: Place['path']): ComponentType<EditorProps> | undefined {
  return useContext(FormEditors)[path.join('/')];
}
