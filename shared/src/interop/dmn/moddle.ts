/** dmn-moddle, which writes DMN 1.3 as its schema has it, with the attributes of ours. */
/// <reference path="./dmn-moddle.d.ts" />
import { DmnModdle, type ModdlePackage, type ModdleProperty } from 'dmn-moddle';
import { OUR_NAMESPACE } from './names.ts';

const attribute = (name: string): ModdleProperty => ({ name, type: 'String', isAttr: true });

/**
 * `ref`: an id as our document has it (DMN's must be unique in the whole file). `field`: the field that takes an output.
 * `values`: our ids of the output's values, each percent-encoded, parted by spaces.
 */
const OURS: ModdlePackage = {
  name: 'Tongban',
  prefix: 'tongban',
  uri: OUR_NAMESPACE,
  types: [
    { name: 'Element', extends: ['dmn:DMNElement', 'dmn:RuleAnnotationClause'], properties: [attribute('ref')] },
    { name: 'Output', extends: ['dmn:OutputClause'], properties: [attribute('field'), attribute('values')] },
  ],
};

let made: DmnModdle | undefined;

/** One for all: it keeps nothing of what it writes, and takes long to make. */
export function dmnModdle(): DmnModdle {
  return (made ??= new DmnModdle({ tongban: OURS }));
}
