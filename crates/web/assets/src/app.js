// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Small additions to pages that work without them: keys, fields that belong to an outcome, one submit per form, a clock, drafts.
// Of what a person types only a draft of the form for reporting is kept in the browser, sealed: see draft.js.

import { startClock } from "./clock.js";
import { startDrafts } from "./draft.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";

startForms(document);
startKeys(document);
startMenus(document);
startClock(document);
startDrafts(document);
