import type { Answer } from "./call.js";
import { environment } from "./environment.js";
import { oauthHeaders } from "./oauth.js";
