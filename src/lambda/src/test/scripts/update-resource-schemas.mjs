// Updates resource-schemas.json: the schemas that AWS publishes for the resource types in stack.yaml, as JSON Schema.
//
//   npm pack @aws-cdk/aws-service-spec && tar xzf aws-cdk-aws-service-spec-*.tgz
//   node src/test/scripts/update-resource-schemas.mjs package
//
// Run it in the folder of the module. The package contains the published CloudFormation resource schemas of all regions as
// one database, under the Apache License 2.0. It is an npm package, so this script runs with Node.js.
import { readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const TEST = 'src/test/resources/dev/pagetrack/lambda/';
const folder = process.argv[2];
const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
const { schema } = JSON.parse(gunzipSync(readFileSync(`${folder}/db.json.gz`)));
const template = readFileSync('src/main/resources/dev/pagetrack/lambda/stack.yaml', 'utf8');
const types = new Map(schema.typeDefinition.entities.map((type) => [type.$id, type]));
const definitions = {};

const scalars = {
  string: { type: 'string' },
  'date-time': { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  json: { type: 'object' },
  tag: { type: 'object', required: ['Key', 'Value'] },
};

function value(type) {
  switch (type.type) {
    case 'ref': {
      const id = type.reference.$ref;
      if (!definitions[id]) {
        definitions[id] = {};
        definitions[id] = object(types.get(id).properties);
      }
      return { $ref: `#/definitions/${id}` };
    }
    case 'array':
      return { type: 'array', items: value(type.element) };
    case 'map':
      return { type: 'object', additionalProperties: value(type.element) };
    case 'union':
      return { anyOf: type.types.map(value) };
    default:
      return type.allowedValues ? { ...scalars[type.type], enum: type.allowedValues } : scalars[type.type];
  }
}

function object(properties) {
  const names = Object.keys(properties).sort();
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, value(properties[name].type)])),
    required: names.filter((name) => properties[name].required),
    additionalProperties: false,
  };
}

const used = new Set([...template.matchAll(/^ {4}Type: (AWS::\S+)$/gm)].map((match) => match[1]));
const resources = schema.resource.entities
  .filter((resource) => used.has(resource.cloudFormationType))
  .sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
  .map((resource) => [
    resource.cloudFormationType,
    { attributes: Object.keys(resource.attributes).sort(), properties: object(resource.properties) },
  ]);
const line = ([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`;
writeFileSync(
  `${TEST}resource-schemas.json`,
  `{\n"source": "@aws-cdk/aws-service-spec ${version}, Apache License 2.0, resource-schemas.LICENSE.txt",\n"resources": {\n` +
    `${resources.map(line).join(',\n')}\n},\n"definitions": {\n${Object.entries(definitions).map(line).join(',\n')}\n}\n}\n`,
);
copyFileSync(`${folder}/LICENSE`, `${TEST}resource-schemas.LICENSE.txt`);
console.log(`${resources.length} of ${used.size} types, ${Object.keys(definitions).length} definitions`);
