import { describe, expect, it } from '@jest/globals';
import { fieldOfRefusal } from './field-of-refusal';

describe('where a refusal is said', () => {
  it('is the field that the server named', () => {
    expect(fieldOfRefusal({ code: 'input_invalid', field: 'body.wishes.gender' })).toBe('who');
    expect(fieldOfRefusal({ code: 'input_invalid', field: 'body.startsAt' })).toBe('when');
  });

  it('is the field that the code is about where none was named', () => {
    expect(fieldOfRefusal({ code: 'time_past' })).toBe('when');
    expect(fieldOfRefusal({ code: 'recurrence_invalid' })).toBe('repeat');
  });

  it('is the whole form where it is about no field', () => {
    expect(fieldOfRefusal({ code: 'kinship_not_consented' })).toBe('form');
    expect(fieldOfRefusal({ code: 'input_invalid', field: 'body.elderId' })).toBe('form');
  });
});
