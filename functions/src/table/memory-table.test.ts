import { createMemoryTable } from './memory-table';
import { describeTable } from './table.suite';

describeTable('in-memory', () => createMemoryTable());
