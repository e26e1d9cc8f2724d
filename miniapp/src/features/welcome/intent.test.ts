import { describe, expect, test } from '@jest/globals';
import { nextStep, suits } from './intent';

describe('after signing in', () => {
  test('a daughter who is family already goes in as family', () => {
    expect(nextStep('family', ['volunteer', 'family'])).toEqual({ kind: 'enter', role: 'family' });
  });
  test('a new daughter is made family first', () => {
    expect(nextStep('family', ['volunteer'])).toEqual({ kind: 'take-family' });
  });
  test('a carer of an organisation who comes to help goes in as provider', () => {
    expect(nextStep('helper', ['provider'])).toEqual({ kind: 'enter', role: 'provider' });
  });
  test('a new neighbour says first where and when they can come', () => {
    expect(nextStep('helper', [])).toEqual({ kind: 'join-helpers' });
  });
  test('nobody makes themselves an elder or a member of staff', () => {
    expect(nextStep('elder', ['family'])).toEqual({ kind: 'ask-coordinator' });
    expect(nextStep('staff', ['family', 'elder'])).toEqual({ kind: 'ask-coordinator' });
  });
  test('with no intent chosen every persona is shown, with one only those who suit it', () => {
    expect(suits(undefined, 'official')).toBe(true);
    expect(suits('staff', 'official')).toBe(true);
    expect(suits('family', 'official')).toBe(false);
  });
});
