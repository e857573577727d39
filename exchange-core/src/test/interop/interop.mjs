// Confluent's official JavaScript client against the registry the hub writes to.
// Reads one JSON object from standard input: {registry, subject, schema, evolved, message, record}
//   schema   the Avro schema the hub's own client has registered under `subject`
//   evolved  a compatible next version, which this client registers
//   message  hex of a message in the wire format that the hub has written
//   record   the record that this client is to write
// Writes one JSON object: {readId, decoded, encoded, evolvedId, evolvedVersion}
import { readFileSync } from 'node:fs'
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry'

const input = JSON.parse(readFileSync(0, 'utf8'))
const topic = input.subject.replace(/-value$/, '')
const client = new SchemaRegistryClient({ baseURLs: [input.registry], cacheCapacity: 100, maxRetries: 1 })

const latest = await client.getLatestSchemaMetadata(input.subject)
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {})
const decoded = await deserializer.deserialize(topic, Buffer.from(input.message, 'hex'))
const serializer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true })
const encoded = await serializer.serialize(topic, input.record)
const evolvedId = await client.register(input.subject, { schemaType: 'AVRO', schema: input.evolved })
const evolved = await client.getLatestSchemaMetadata(input.subject)

process.stdout.write(
  JSON.stringify({
    readId: latest.id,
    readSchema: latest.schema,
    decoded,
    encoded: encoded.toString('hex'),
    evolvedId,
    evolvedVersion: evolved.version,
  }),
)
