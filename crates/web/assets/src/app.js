// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Small additions to pages that work without them: keys, fields that belong to an outcome, one submit per form, a clock.
// Nothing of what a person types is kept in the browser.

import { startClock } from "./clock.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";

startForms(document);
startKeys(document);
startMenus(document);
startClock(document);
