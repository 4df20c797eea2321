// What the pages of the three lists with cursors state alike, each in a clause of its own.
import type { CursorList } from './lists.ts';

type Statement =
  | 'answers'
  | 'everything'
  | 'tenant'
  | 'token'
  | 'scope'
  | 'several platforms'
  | 'several statuses'
  | 'nothing left out'
  | 'impossible value'
  | 'cursor advances'
  | 'each row once'
  | 'cursor keeps filters'
  | 'bad cursor'
  | 'limit'
  | 'maximum'
  | 'default'
  | 'items'
  | 'nextCursor';

/** The register's id of a statement, by list. */
export const CLAUSES: Readonly<Record<CursorList, Readonly<Record<Statement, string>>>> = {
  campaigns: {
    answers: 'CMP-01',
    everything: 'CMP-05',
    tenant: 'CMP-09',
    token: 'CMP-03',
    scope: 'CMP-04',
    'several platforms': 'CMP-13',
    'several statuses': 'CMP-17',
    'nothing left out': 'CMP-20',
    'impossible value': 'CMP-21',
    'cursor advances': 'CMP-22',
    'each row once': 'CMP-23',
    'cursor keeps filters': 'CMP-24',
    'bad cursor': 'CMP-25',
    limit: 'CMP-26',
    maximum: 'CMP-27',
    default: 'CMP-28',
    items: 'CMP-31',
    nextCursor: 'CMP-32',
  },
  adsets: {
    answers: 'SET-01',
    everything: 'SET-05',
    tenant: 'SET-11',
    token: 'SET-03',
    scope: 'SET-04',
    'several platforms': 'SET-16',
    'several statuses': 'SET-20',
    'nothing left out': 'SET-21',
    'impossible value': 'SET-22',
    'cursor advances': 'SET-23',
    'each row once': 'SET-24',
    'cursor keeps filters': 'SET-25',
    'bad cursor': 'SET-26',
    limit: 'SET-27',
    maximum: 'SET-28',
    default: 'SET-29',
    items: 'SET-32',
    nextCursor: 'SET-33',
  },
  ads: {
    answers: 'ADS-01',
    everything: 'ADS-05',
    tenant: 'ADS-14',
    token: 'ADS-03',
    scope: 'ADS-04',
    'several platforms': 'ADS-21',
    'several statuses': 'ADS-25',
    'nothing left out': 'ADS-26',
    'impossible value': 'ADS-27',
    'cursor advances': 'ADS-28',
    'each row once': 'ADS-29',
    'cursor keeps filters': 'ADS-30',
    'bad cursor': 'ADS-31',
    limit: 'ADS-32',
    maximum: 'ADS-33',
    default: 'ADS-34',
    items: 'ADS-37',
    nextCursor: 'ADS-38',
  },
};
