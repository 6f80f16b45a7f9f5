// SPDX-License-Identifier: Apache-2.0
// An SMSC of npm's package smpp, driven as ScriptSmsc says.
'use strict';

const readline = require('readline');
const smpp = require('smpp');

const awaited = new Map();
let latest = null;

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');

function bind(session, request) {
  session.send(request.response({ system_id: 'npm', sc_interface_version: 0x34 }), () => {
    latest = session;
    say({ bound: true });
  });
}

function end(session) {
  if (latest === session) {
    latest = null;
    say({ bound: false });
  }
  for (const [id, owner] of awaited) {
    if (owner === session) {
      awaited.delete(id);
      say({ id, error: 'the session has ended' });
    }
  }
}

const answers = {
  bind_receiver: bind,
  bind_transceiver: bind,
  enquire_link: (session, request) => session.send(request.response()),
  unbind: (session, request) => session.send(request.response(), () => session.close()),
};

// The package writes a value by its tag's type; of tags that it does not know it is told.
function tlv(tag, octets) {
  if (!smpp.tlvsById[tag]) {
    smpp.addTLV('tag_' + tag, { id: tag, type: smpp.types.tlv.buffer });
  }
  const known = smpp.tlvsById[tag];
  return [known.tag, known.type.read(octets, 0, octets.length)];
}

function deliver({ id, short_message, tlvs, ...fields }) {
  if (!latest) {
    say({ id, error: 'no ESME is bound' });
    return;
  }
  const values = tlvs.map(([tag, hex]) => tlv(tag, Buffer.from(hex, 'hex')));
  awaited.set(id, latest);
  latest.deliver_sm(
    { ...fields, short_message: Buffer.from(short_message, 'hex'), ...Object.fromEntries(values) },
    (response) => {
      if (awaited.delete(id)) {
        say({ id, status: response.command_status });
      }
    },
  );
}

const server = smpp.createServer((session) => {
  session.on('pdu', (pdu) => {
    if (!pdu.isResponse()) {
      const answer = answers[pdu.command];
      if (answer) {
        answer(session, pdu);
      } else {
        session.send(pdu.response({ command_status: smpp.ESME_RINVCMDID }));
      }
    }
  });
  session.on('error', () => session.destroy());
  session.on('close', () => end(session));
});

server.listen(0, '127.0.0.1', () => say({ listening: server.address().port }));

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => deliver(JSON.parse(line)))
  .on('close', () => process.exit(0));
