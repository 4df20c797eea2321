// Generated from mock/control/openapi.yaml by openapi-typescript. Do not edit: change the document and run `npm run generate`.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the mock answers, and with which world. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a caller of the lists may send, as a credentials file has it. */
        get: operations["getCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of the sessions. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["session"];
            };
            cookie?: never;
        };
        get?: never;
        /** Begins a session, which the first call in it does too. */
        put: operations["openSession"];
        post?: never;
        /** Forgets a session and all that was done in it. */
        delete: operations["dropSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins the session anew, its rows, clock, faults, counters, journal and snapshots. */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of the snapshots. */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{snapshot}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        get?: never;
        /** Keeps the state of the session under this name. */
        put: operations["takeSnapshot"];
        post?: never;
        /** Forgets a snapshot. */
        delete: operations["dropSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{snapshot}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the session back to a snapshot, which stays. */
        post: operations["restoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The world of the session, and those that there are. */
        get: operations["getScenario"];
        /** Begins the session anew in another world. */
        put: operations["setScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is. */
        get: operations["getClock"];
        /** Sets the clock, stops it, or lets it run. */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets time pass at once; what is scheduled happens. */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rate-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tier that calls are counted by. */
        get: operations["getRateLimit"];
        /** Counts calls by a tier of the contract, from none; null counts no more. */
        put: operations["setRateLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists, how many rows each has, and what may happen to them. */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
            };
            cookie?: never;
        };
        /** The first rows of a list, whoever may see them. */
        get: operations["getRows"];
        put?: never;
        /** Adds a row; members that are left out are made up. */
        post: operations["createRow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state/{list}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        /** One row. */
        get: operations["getRow"];
        put?: never;
        post?: never;
        /** Deletes a row, as documented for its list. */
        delete: operations["deleteRow"];
        options?: never;
        head?: never;
        /** Gives members of a row other values. */
        patch: operations["changeRow"];
        trace?: never;
    };
    "/state/{list}/{key}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
                action: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets something happen to a row that is declared for its list, now or, with at, when the clock comes to it. */
        post: operations["actOnRow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The faults that are in force, and those that there are. */
        get: operations["getFaults"];
        put?: never;
        /** Puts a fault in force. */
        post: operations["addFault"];
        /** Takes all faults away. */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{fault}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fault: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes the faults of this name away. */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest exchanges, the oldest first. With Accept text/event-stream those from now on, as they happen. */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        /** Forgets all exchanges. */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the calls were as expected; where not, which came nearest. */
        post: operations["verifyJournal"];
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
        Error: {
            error: {
                /** @description What is wrong and what may be given. */
                message: string;
                /** @description The member or parameter that is wrong. */
                member?: string;
            };
        };
        Health: {
            /** @constant */
            status: "ok";
            scenario: string;
            seed: number;
            sessions: number;
            operations: string[];
        };
        World: {
            scenario: string;
            seed: number;
            scenarios: {
                [key: string]: string;
            };
        };
        Clock: {
            /** Format: date-time */
            now: string;
            frozen: boolean;
            /** @description How many changes wait for their time. */
            scheduled: number;
        };
        RateLimit: {
            tier: string | null;
        };
        Row: {
            [key: string]: unknown;
        };
        Lists: {
            lists: {
                name: string;
                operation: string;
                key: string;
                rows: number;
                actions: {
                    [key: string]: {
                        summary: string;
                        takes: {
                            [key: string]: "required" | "optional";
                        };
                    };
                };
            }[];
        };
        FaultSettings: {
            name: string;
            operation?: string;
            probability?: number;
            count?: number;
            seed?: number;
        } & {
            [key: string]: string | number;
        };
        ActiveFaults: {
            active: components["schemas"]["FaultSettings"][];
        };
        Faults: {
            active: components["schemas"]["FaultSettings"][];
            network: {
                [key: string]: {
                    summary: string;
                    parameters: Record<string, never>;
                };
            };
            contract: {
                [key: string]: {
                    summary: string;
                };
            };
        };
        Exchange: {
            id: number;
            /** Format: date-time */
            at: string;
            method: string;
            path: string;
            query: string;
            operation?: string;
            status: number;
            requestId: string;
            findings: {
                kind: string;
                parameter?: string;
                message: string;
            }[];
            faults: string[];
        };
        Journal: {
            exchanges: components["schemas"]["Exchange"][];
            /** @description How many older ones there was no room for. */
            forgotten: number;
        };
        Expectation: {
            operation?: string;
            path?: string;
            method?: string;
            status?: number;
            query?: {
                [key: string]: string | string[] | null;
            };
            without?: string[];
            atLeast?: number;
            atMost?: number;
            times?: number;
            never?: boolean;
        };
        Verifications: {
            ok: boolean;
            results: {
                ok: boolean;
                message: string;
                count: number;
                matches: number[];
                nearMisses: {
                    exchange: components["schemas"]["Exchange"];
                    differences: string[];
                }[];
            }[];
        };
    };
    responses: {
        /** @description It cannot be done, and nothing was changed. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        session: string;
        snapshot: string;
        /** @description The name of a list or the last segment of its path. */
        list: string;
        /** @description What identifies the row. */
        key: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values by vendor and name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, the one that was idle for longest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: string[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["session"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is there. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    dropSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["session"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        snapshots: string[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    dropSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The world. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario: string;
                    seed?: number;
                    size?: {
                        [key: string]: number;
                    };
                };
            };
        };
        responses: {
            /** @description The world. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    now?: string;
                    frozen?: boolean;
                };
            };
        };
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seconds: number;
                };
            };
        };
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getRateLimit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateLimit"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setRateLimit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateLimit"];
            };
        };
        responses: {
            /** @description The tier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateLimit"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lists"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getRows: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Row"][];
                    };
                };
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    createRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description The row. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    deleteRow: {
        parameters: {
            query?: {
                /** @description Takes the rows that refer to it away with it. */
                cascade?: boolean;
            };
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row as it was last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    changeRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    actOnRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a list or the last segment of its path. */
                list: components["parameters"]["list"];
                /** @description What identifies the row. */
                key: components["parameters"]["key"];
                action: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description It will happen. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Faults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Faults"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultSettings"];
            };
        };
        responses: {
            /** @description Those in force. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveFaults"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fault: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    getJournal: {
        parameters: {
            query?: {
                operation?: string;
                path?: string;
                method?: string;
                status?: number;
                findings?: boolean;
                after?: number;
                /** @description Only so many of the latest. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exchanges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    verifyJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expectations: components["schemas"]["Expectation"][];
                };
            };
        };
        responses: {
            /** @description What was counted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verifications"];
                };
            };
            400: components["responses"]["Refused"];
            default: components["responses"]["Refused"];
        };
    };
}
