// The risks that the Trust policy names in one sentence (record keeping, decision making, accountability and transparency, patients), each
// with what the chats show of it. Counts, to be read beside the chat: no threshold, no score.

import type { Summary } from '../model.ts';
import { DECISION_SIGNS } from './decision-words.ts';

export interface Indicators {
  readonly title: string;
  /** Of the Trust policy. */
  readonly sentence: string;
  readonly source: string;
  readonly rows: readonly (readonly [label: string, count: number])[];
}

export function indicatorsOf(summary: Summary): readonly Indicators[] {
  return [recordKeeping(summary), decisionMaking(summary), accountability(summary), patientSafety(summary)];
}

function recordKeeping({ decisions, evidenceGaps: gaps, byFlag }: Summary): Indicators {
  const { decision, request, action } = decisions.byRole;
  return {
    title: 'Record keeping',
    sentence: 'Messaging apps make record keeping and scrutiny more difficult.',
    source: 'Trust policy, paragraph 6, point 1',
    rows: [
      ['Decisions, requests and actions in the chats', decision + request + action],
      ['Messages that say that something is not written up', byFlag['governance.not-documented'] ?? 0],
      ['Messages that say that it is written up', byFlag['governance.moved-to-formal'] ?? 0],
      ['Deleted messages', gaps.deleted],
      ['Edited messages', gaps.edited],
      ['View-once messages', gaps.viewOnce],
      ['Messages that the phone had not decrypted', gaps.undecrypted],
      ['Pictures, sounds and documents missing from the export', gaps.mediaMissing],
      ['Changes of the timer for disappearing messages', gaps.timerChanges],
      ['Chats that are cut off', gaps.cutOff],
      ['Silences of 30 days or more', gaps.silences],
    ],
  };
}

function decisionMaking({ decisions: { byRole, bySign }, byFlag }: Summary): Indicators {
  return {
    title: 'Decision making',
    sentence:
      'Poor decisions are made with incomplete information; key information, perspectives or challenges are missed.',
    source: 'Trust policy, paragraph 6, point 2',
    rows: [
      ['Decisions', byRole.decision],
      [`Decisions ${DECISION_SIGNS.hedged.name}`, bySign.hedged],
      [`Decisions with ${DECISION_SIGNS['no-reason'].name}`, bySign['no-reason']],
      [`Proposals ${DECISION_SIGNS['quick-agreement'].name}`, bySign['quick-agreement']],
      [`Decisions with a ${DECISION_SIGNS['unanswered-question'].name}`, bySign['unanswered-question']],
      ['Messages on incomplete or uncertain information', byFlag['governance.incomplete-info'] ?? 0],
      ['Messages on the same matter in another chat', byFlag['governance.parallel-discussion'] ?? 0],
      ['Conflicting instructions', byFlag['governance.conflicting-instruction'] ?? 0],
    ],
  };
}

function accountability({ decisions: { byKind }, byFlag }: Summary): Indicators {
  return {
    title: 'Accountability and transparency',
    sentence: 'Messaging apps undermine accountability and transparency of information.',
    source: 'Trust policy, paragraph 6, point 3',
    rows: [
      ['Decisions and actions of the organisation', byKind.corporate],
      ['Decisions and actions about colleagues or staffing', byKind.staffing],
      ['Talk of deleting or altering records', byFlag['governance.destruction-intent'] ?? 0],
      ['Talk of keeping something off the record', byFlag['governance.concealment'] ?? 0],
      [
        'Moving to another app, or messages that vanish',
        sum(byFlag, 'governance.channel-evasion', 'governance.disappearing-messages'),
      ],
      [
        'Sent on, or pictures of a clinical system',
        sum(byFlag, 'governance.forward-outside', 'governance.screenshot-of-system'),
      ],
      ['Sent to the wrong person or group', byFlag['governance.wrong-recipient'] ?? 0],
      [
        'Talk of somebody in the chat who should not be',
        sum(byFlag, 'governance.non-staff-member', 'governance.leaver-present'),
      ],
    ],
  };
}

function patientSafety({ decisions: { byKind }, byFlag, byDestination, urgent }: Summary): Indicators {
  return {
    title: 'Patient safety',
    sentence: 'The use of such apps may impact on patients and present a clinical risk to them.',
    source: 'Trust policy, paragraph 6',
    rows: [
      ['Clinical decisions, requests and actions', byKind.clinical],
      ['Messages to be read now', urgent],
      ['Messages for the incident system', byDestination['incident-system']],
      ['Patients mixed up', byFlag['governance.wrong-patient'] ?? 0],
    ],
  };
}

const sum = (flags: Summary['byFlag'], ...ids: readonly string[]): number =>
  ids.reduce((total, id) => total + (flags[id] ?? 0), 0);
