/** What `attune assets --only` picks from, in the order in which it is prepared. */
export const assetGroups = ['face', 'voice', 'hearing', 'text', 'speech', 'xr', 'avatars'] as const;

export type AssetGroup = (typeof assetGroups)[number];

export function isAssetGroup(name: string): name is AssetGroup {
  return (assetGroups as readonly string[]).includes(name);
}
