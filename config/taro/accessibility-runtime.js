import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './spoken-attributes';

mergeInternalComponents(spoken);
