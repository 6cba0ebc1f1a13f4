import type { Language } from 'attune';

/** What a small help desk may want to tell apart. */
export const EXAMPLE_INTENTS: Readonly<Record<Language, readonly { readonly name: string; readonly examples: string }[]>> = {
  en: [
    { name: 'Where is my parcel', examples: 'Where is my parcel?\nMy order has not arrived yet\nWhen will the delivery come?\nCan I track my package?' },
    { name: 'Send it back', examples: 'I want to return these shoes\nHow do I send something back?\nThe size is wrong, I would like to swap it\nCan I get a refund?' },
    { name: 'Change the address', examples: 'I have moved, please change my address\nHow can I update the delivery address?\nShip it to my office instead\nMy street name is misspelt' },
  ],
  zh: [
    { name: '查快递', examples: '我的包裹到哪儿了？\n订单怎么还没送到\n快递什么时候来？\n能查一下物流吗' },
    { name: '退换货', examples: '我想退掉这双鞋\n怎么申请退货？\n尺码不对，想换一件\n能给我退款吗' },
    { name: '改地址', examples: '我搬家了，帮我改一下地址\n怎么修改收货地址？\n麻烦改寄到公司\n街道名写错了' },
  ],
};
