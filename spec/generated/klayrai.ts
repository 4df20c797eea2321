// Generated from spec/klayrai.yaml by openapi-typescript. Do not edit: change the document and run `npm run generate`.

export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workspace's Meta ad accounts
         * @description Every connected Meta ad account of the workspace, in numbered pages.
         */
        get: operations["listAccounts"];
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
        /**
         * @description The state of the account on Meta.
         * @enum {string}
         */
        MetaStatus: "active" | "disabled" | "closed";
        /**
         * @description The state of the connection to KlayrAI.
         * @enum {string}
         */
        ConnectionStatus: "active" | "disconnected" | "token_expired";
        /** Format: date-time */
        Timestamp: string;
        Account: {
            id: string;
            metaAccountId: string;
            name: string;
            /** Format: iso-4217 */
            currency: string;
            /** Format: iana-timezone */
            timezone: string;
            status: components["schemas"]["MetaStatus"];
            connectionStatus: components["schemas"]["ConnectionStatus"];
            businessName: string;
            businessId: string;
            permissions: string[];
            lastSyncedAt: components["schemas"]["Timestamp"];
            campaignCount: number;
            activeCampaignCount: number;
            /** Format: double */
            totalSpendLast30d: number;
            connectedAt: components["schemas"]["Timestamp"];
            connectedBy: string;
        };
        Pagination: {
            total: number;
            page: number;
            page_size: number;
            hasMore: boolean;
        };
        AccountPage: {
            data: components["schemas"]["Account"][];
            pagination: components["schemas"]["Pagination"];
            /** @description Said to hold the calls that remain, and shown by no example of this list. */
            meta?: {
                remaining_requests?: number;
            };
        };
        KlayraiError: {
            error: {
                type: string;
                message: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Not sent by this API. */
        AbsentRateLimit: unknown;
        /** @description Not sent by this API. */
        AbsentRetryAfter: unknown;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                /** @description Keep only accounts in this connection state. It is not the Meta status that the member `status` shows. */
                status?: components["schemas"]["ConnectionStatus"];
                /** @description The number of the page, from 1. */
                page?: number;
                /** @description How many rows a page holds. */
                page_size?: number;
            };
            header?: {
                /**
                 * @description The dated version of the API; the latest one where it is left out.
                 * @example 2026-03-01
                 */
                "klayrai-version"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of accounts. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description A query parameter is invalid. */
            400: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request",
                     *         "message": "page_size must be an integer from 1 to 100, not \"0\"."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
            /** @description No key, or one that is malformed, unknown or revoked. */
            401: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "message": "Invalid API key. Check that your API key is correct and has not been revoked."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
            /** @description The workspace's plan has no access to the API. */
            403: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "plan_insufficient",
                     *         "message": "API access requires the Agency plan. Upgrade at https://app.klayrai.com/settings/billing."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
            /** @description The key has made too many calls; the message says how long to wait. */
            429: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "message": "Rate limit exceeded. Please retry after 12 seconds."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
            /** @description Something broke on the vendor's side. */
            500: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["AbsentRateLimit"];
                    "X-RateLimit-Reset": components["headers"]["AbsentRateLimit"];
                    "Retry-After": components["headers"]["AbsentRetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "message": "An internal error occurred. Please try again. If the problem persists, contact support@klayrai.com."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
            /** @description Any other failure, in the one error shape. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "not_found",
                     *         "message": "No such resource."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KlayraiError"];
                };
            };
        };
    };
}
