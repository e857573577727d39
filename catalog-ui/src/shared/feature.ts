import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from './session/session';

/** Message keys and texts of one feature in one language. */
export interface Messages {
  [key: string]: string | Messages;
}

/** A line in the menu at the left. */
export interface MenuItem {
  /** Message key. */
  title: string;
  path: string;
  order: number;
}

/** A tab on the dataset page, at /datasets/:code/<path>; it finds the dataset by `useDataset()`. */
export interface DatasetTab {
  title: string;
  path: string;
  order: number;
  component: () => Promise<Component>;
  /** Only for people of the department whose dataset it is. */
  ownersOnly?: boolean;
  /** Set from the feature when the pages are put together. */
  roles?: readonly Role[];
}

/** What a feature brings: routes, menu, permission and texts together. */
export interface Feature {
  id: string;
  /** Who may enter; everyone who is logged in when absent. */
  roles?: readonly Role[];
  routes?: RouteRecordRaw[];
  menu?: MenuItem[];
  datasetTabs?: DatasetTab[];
  messages: { 'zh-CN': Messages; en: Messages };
}

declare module 'vue-router' {
  interface RouteMeta {
    roles?: readonly Role[];
    /** Message key of the page's name, shown in the breadcrumb and the browser tab. */
    title?: string;
  }
}
