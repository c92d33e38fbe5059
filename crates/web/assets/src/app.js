// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Small additions to pages that work without them: keys, fields that belong to an outcome, one submit per form, a clock, drafts.
// Of what a person types only drafts of the form for reporting and of decisions are kept in the browser, sealed: see draft.js, sitting.js.

import { startClock, startElapsed } from "./clock.js";
import { startDrafts } from "./draft.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";
import { startSitting } from "./sitting.js";

startForms(document);
startKeys(document);
startMenus(document);
startClock(document);
startElapsed(document);
startDrafts(document);
startSitting(document);
