// Generated from spec/layers.yaml by openapi-typescript. Do not edit: change the document and run `npm run generate`.

export interface paths {
    "/v1/projects/{projectId}/ads/ad-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the project's connected ad accounts
         * @description All connected ad accounts of the project on Meta, TikTok and Apple, in one unpaginated reply.
         */
        get: operations["listAdAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/ads/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the project's campaigns
         * @description Campaigns of all connected ad accounts, deleted and archived ones included.
         */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/ads/adsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the project's ad sets
         * @description Ad sets (ad groups on TikTok and Apple) of all connected ad accounts, deleted ones included.
         */
        get: operations["listAdsets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/ads/ads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the project's ads
         * @description Individual ads on Meta and TikTok. Apple Search Ads has no ads of this kind and is left out.
         */
        get: operations["listAds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An identifier, to be stored and sent back exactly as it came. */
        Id: string;
        /**
         * Format: date-time
         * @description An instant, ISO 8601 in UTC.
         */
        Timestamp: string;
        /** @enum {string} */
        Platform: "meta_ads" | "tiktok_ads" | "apple_ads";
        /** @enum {string} */
        Status: "active" | "paused" | "archived" | "deleted" | "in_review" | "rejected";
        /** @description An amount in units of the currency, not in cents. */
        Money: {
            /** Format: double */
            amount: number;
            currency: string;
        };
        /** @description A sum of money, or null where this kind of budget is not set. */
        Budget: components["schemas"]["Money"] | null;
        /** @description The cursor of the page that follows; null on the last page. */
        NextCursor: string | null;
        /** @description Reserved; an empty object. */
        Metrics7d: Record<string, never>;
        AdAccount: {
            adAccountId: components["schemas"]["Id"];
            platform: components["schemas"]["Platform"];
            /** @description The platform's own id of the account. */
            externalId: string;
            name: string;
            currency: string;
            /**
             * @description Always UTC for now.
             * @constant
             */
            timezone: "UTC";
            /**
             * @description Always byo today; agency is reserved and used by no project.
             * @constant
             */
            credentialMode: "byo";
            /** @enum {string} */
            tokenStatus: "valid" | "expired" | "revoked" | "pending";
            /**
             * @description Reserved.
             * @constant
             */
            tokenLastValidatedAt: null;
            /**
             * @description Reserved.
             * @constant
             */
            walletBalance: null;
            connectedAt: components["schemas"]["Timestamp"];
        };
        AdAccountList: {
            items: components["schemas"]["AdAccount"][];
            /** @description Never present; the list is not paginated. */
            nextCursor?: unknown;
        };
        Campaign: {
            campaignId: components["schemas"]["Id"];
            adAccountId: components["schemas"]["Id"];
            platform: components["schemas"]["Platform"];
            externalId: string;
            name: string;
            objective: string;
            status: components["schemas"]["Status"];
            dailyBudget: components["schemas"]["Budget"];
            lifetimeBudget: components["schemas"]["Budget"];
            /** Format: date-time */
            startTime: string | null;
            /** Format: date-time */
            endTime: string | null;
            createdAt: components["schemas"]["Timestamp"];
            metricsSnapshot7d: components["schemas"]["Metrics7d"];
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        Adset: {
            adsetId: components["schemas"]["Id"];
            campaignId: components["schemas"]["Id"];
            adAccountId: components["schemas"]["Id"];
            platform: components["schemas"]["Platform"];
            externalId: string;
            name: string;
            status: components["schemas"]["Status"];
            /** @description In the platform's own words. */
            optimizationGoal: string;
            /** @description In the platform's own words. */
            billingEvent: string;
            dailyBudget: components["schemas"]["Budget"];
            lifetimeBudget: components["schemas"]["Budget"];
            /** Format: date-time */
            startTime: string | null;
            /**
             * Format: date-time
             * @description Null where the ad set runs without an end.
             */
            endTime: string | null;
            targetingSummary: components["schemas"]["TargetingSummary"];
            createdAt: components["schemas"]["Timestamp"];
            metricsSnapshot7d: components["schemas"]["Metrics7d"];
        };
        /** @description The parts of the targeting that most callers care about; each may be missing where a platform has it in another form. */
        TargetingSummary: {
            geo?: string[];
            /** @description Bounds in years; null where the platform has none. */
            age?: {
                min: number;
                max: number;
            } | null;
            customAudiences?: string[];
            placements?: string[];
        };
        AdsetPage: {
            items: components["schemas"]["Adset"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        Ad: {
            adId: components["schemas"]["Id"];
            adsetId: components["schemas"]["Id"];
            campaignId: components["schemas"]["Id"];
            adAccountId: components["schemas"]["Id"];
            /**
             * @description Never apple_ads.
             * @enum {string}
             */
            platform: "meta_ads" | "tiktok_ads";
            externalId: string;
            /** @description The platform's id of the ad where no friendlier name is known. */
            name: string;
            status: components["schemas"]["Status"];
            effectiveStatus: string | null;
            /** @description The scored creative that the ad promotes, or null. */
            adsContentId: string | null;
            sourceType: string | null;
            /** @description Null where the platform's metadata is not at hand; its form is not documented. */
            creative: unknown;
            createdAt: components["schemas"]["Timestamp"];
            /** Format: date-time */
            launchedAt: string | null;
            metricsSnapshot7d: components["schemas"]["Metrics7d"];
        };
        AdPage: {
            items: components["schemas"]["Ad"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        LayersError: {
            error: {
                code: string;
                message: string;
                requestId: string;
                /** @description Present only where the code has more to say. */
                details?: {
                    [key: string]: unknown;
                };
            };
        };
    };
    responses: {
        /** @description No key, or one that is malformed, unknown or revoked. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "UNAUTHENTICATED",
                 *         "message": "The API key is not valid.",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
        /** @description The key is valid and lacks the scope that the operation asks for. */
        ForbiddenScope: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "FORBIDDEN_SCOPE",
                 *         "message": "The API key lacks a scope that this operation requires.",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T",
                 *         "details": {
                 *           "requiredScope": "ads:read"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
        /** @description No such project in the organization of the key. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "NOT_FOUND",
                 *         "message": "Project not found.",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T",
                 *         "details": {
                 *           "projectId": "prj_x"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
        /** @description A parameter has a value that it cannot have. */
        Validation: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "VALIDATION",
                 *         "message": "limit must be an integer from 1 to 200, not \"0\".",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T",
                 *         "details": {
                 *           "parameter": "limit"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
        /** @description The key has used up its bucket. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "RATE_LIMITED",
                 *         "message": "Rate limit exceeded.",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
        /** @description Any other failure, in the one error shape. */
        Other: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "PLATFORM_ERROR",
                 *         "message": "The platform refused.",
                 *         "requestId": "req_01HXZ9G7KMV2QX8Y1S5RJW3B7T"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayersError"];
            };
        };
    };
    parameters: {
        /**
         * @description The project to list within.
         * @example prj_01HX9Y7K8M2P4RSTUV56789AB
         */
        projectId: components["schemas"]["Id"];
        /** @description Keep only rows on one of these platforms. Repeat the parameter for several. */
        platforms: ("meta_ads" | "tiktok_ads" | "apple_ads")[];
        /** @description Keep only rows with one of these statuses. Repeat the parameter for several. */
        statusFilter: components["schemas"]["Status"][];
        /** @description Keep only rows on this ad account. */
        adAccountId: components["schemas"]["Id"];
        /** @description Keep only rows of this campaign. */
        campaignId: components["schemas"]["Id"];
        /** @description The `nextCursor` of the page before. A forged or malformed one counts as none and gives the first page. */
        cursor: string;
        /** @description How many rows a page holds. */
        limit: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Identifies the request; the `requestId` of an error body says the same.
         * @example req_01HXZ9G7KMV2QX8Y1S5RJW3B7T
         */
        RequestId: string;
        /** @description The rate-limit bucket that the call was counted in. Every GET is `read-light`. */
        EndpointClass: "read-light";
        /**
         * @description Seconds to wait before the next call.
         * @example 12
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAdAccounts: {
        parameters: {
            query?: {
                /** @description Keep only rows on one of these platforms. Repeat the parameter for several. */
                platforms?: components["parameters"]["platforms"];
                /** @description Keep only accounts whose credentials come from this source. Only `byo` is in use; `agency` is reserved. */
                credentialMode?: "agency" | "byo";
                /**
                 * @description With `true`, keep only accounts whose token is valid.
                 * @example true
                 */
                healthy?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The project to list within.
                 * @example prj_01HX9Y7K8M2P4RSTUV56789AB
                 */
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every connected ad account that passes the filters. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdAccountList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenScope"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Validation"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["Other"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description Keep only rows on one of these platforms. Repeat the parameter for several. */
                platforms?: components["parameters"]["platforms"];
                /** @description Keep only rows on this ad account. */
                adAccountId?: components["parameters"]["adAccountId"];
                /** @description Keep only rows with one of these statuses. Repeat the parameter for several. */
                status?: components["parameters"]["statusFilter"];
                /**
                 * @description Keep only campaigns created at this instant or later (ISO 8601, UTC).
                 * @example 2026-04-01T00:00:00Z
                 */
                since?: string;
                /** @description The `nextCursor` of the page before. A forged or malformed one counts as none and gives the first page. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many rows a page holds. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The project to list within.
                 * @example prj_01HX9Y7K8M2P4RSTUV56789AB
                 */
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of campaigns. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenScope"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Validation"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["Other"];
        };
    };
    listAdsets: {
        parameters: {
            query?: {
                /** @description Keep only rows of this campaign. */
                campaignId?: components["parameters"]["campaignId"];
                /** @description Keep only rows on one of these platforms. Repeat the parameter for several. */
                platforms?: components["parameters"]["platforms"];
                /** @description Keep only rows on this ad account. */
                adAccountId?: components["parameters"]["adAccountId"];
                /** @description Keep only rows with one of these statuses. Repeat the parameter for several. */
                status?: components["parameters"]["statusFilter"];
                /** @description The `nextCursor` of the page before. A forged or malformed one counts as none and gives the first page. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many rows a page holds. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The project to list within.
                 * @example prj_01HX9Y7K8M2P4RSTUV56789AB
                 */
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of ad sets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdsetPage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenScope"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Validation"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["Other"];
        };
    };
    listAds: {
        parameters: {
            query?: {
                /** @description Keep only ads in this ad set. */
                adsetId?: components["schemas"]["Id"];
                /** @description Keep only rows of this campaign. */
                campaignId?: components["parameters"]["campaignId"];
                /** @description Keep only rows on this ad account. */
                adAccountId?: components["parameters"]["adAccountId"];
                /** @description Keep only rows on one of these platforms. Repeat the parameter for several. */
                platforms?: components["parameters"]["platforms"];
                /** @description Keep only ads that promote this creative. */
                adsContentId?: components["schemas"]["Id"];
                /** @description Keep only rows with one of these statuses. Repeat the parameter for several. */
                status?: components["parameters"]["statusFilter"];
                /** @description The `nextCursor` of the page before. A forged or malformed one counts as none and gives the first page. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many rows a page holds. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The project to list within.
                 * @example prj_01HX9Y7K8M2P4RSTUV56789AB
                 */
                projectId: components["parameters"]["projectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of ads. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-RateLimit-Endpoint-Class": components["headers"]["EndpointClass"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdPage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenScope"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Validation"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["Other"];
        };
    };
}
