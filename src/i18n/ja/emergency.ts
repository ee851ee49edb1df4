// 110 and 119: shown where life or money is in danger now. Short, because it is read at a doorstep.
export const EMERGENCY_TITLE = 'いま危険なら、先に電話を';
export const POLICE = { number: '110', label: '警察', name: '110番（警察）に電話する', tel: 'tel:110' };
export const AMBULANCE = {
  number: '119',
  label: '救急・火事',
  name: '119番（救急・火事）に電話する',
  tel: 'tel:119',
};
export const EMERGENCY_FREE = '電話しても、しなくても、記録は送れます';
