"""Lists the server with the clients that openapi-python-client has made, and prints the ids as JSON."""

import json
import os
from datetime import datetime, timezone

from klayrai_client import AuthenticatedClient as KlayraiClient
from klayrai_client.api.accounts import list_accounts
from klayrai_client.models import AccountPage, ConnectionStatus
from layers_client import AuthenticatedClient as LayersClient
from layers_client.api.ads import list_ad_accounts, list_ads, list_adsets, list_campaigns
from layers_client.models import (
    AdAccountList,
    ListAdAccountsPlatformsItem,
    ListAdsetsPlatformsItem,
    ListAdsPlatformsItem,
    ListCampaignsPlatformsItem,
    Status,
)

url, project = os.environ["ADS_KIT_URL"], os.environ["ADS_KIT_PROJECT"]
layers = LayersClient(base_url=url, token=os.environ["ADS_KIT_TOKEN"])
klayrai = KlayraiClient(
    base_url=url, token=os.environ["ADS_KIT_API_KEY"], prefix="", auth_header_name="x-api-key"
)


def rows(operation, key, limit, **filters):
    """The ids of a list of Layers, through all pages."""
    ids, cursor = [], None
    while True:
        following = {} if cursor is None else {"cursor": cursor}
        page = operation.sync(project, client=layers, limit=limit, **following, **filters)
        ids += [getattr(row, key) for row in page.items]
        cursor = page.next_cursor or None
        if cursor is None:
            return ids


def ad_accounts(**filters):
    page = list_ad_accounts.sync(project, client=layers, **filters)
    assert isinstance(page, AdAccountList), page
    return [row.ad_account_id for row in page.items]


def accounts(**filters):
    ids, number = [], 1
    while True:
        page = list_accounts.sync(client=klayrai, page=number, page_size=10, **filters)
        assert isinstance(page, AccountPage), page
        ids += [row.id for row in page.data]
        if not page.pagination.has_more:
            return ids
        number += 1


def two(platform):
    """Two platforms, of the type that this operation has for them, and two statuses."""
    return {
        "platforms": [platform("meta_ads"), platform("tiktok_ads")],
        "status": [Status.ACTIVE, Status.PAUSED],
    }


healthy = {"platforms": [ListAdAccountsPlatformsItem(name) for name in ("meta_ads", "tiktok_ads")], "healthy": True}
since = {**two(ListCampaignsPlatformsItem), "since": datetime(2026, 2, 1, tzinfo=timezone.utc)}
print(
    json.dumps(
        {
            "listAdAccounts": ad_accounts(),
            "listAdAccounts filtered": ad_accounts(**healthy),
            "listCampaigns": rows(list_campaigns, "campaign_id", 15),
            "listCampaigns filtered": rows(list_campaigns, "campaign_id", 15, **since),
            "listAdsets": rows(list_adsets, "adset_id", 40),
            "listAdsets filtered": rows(list_adsets, "adset_id", 40, **two(ListAdsetsPlatformsItem)),
            "listAds": rows(list_ads, "ad_id", 60),
            "listAds filtered": rows(list_ads, "ad_id", 60, **two(ListAdsPlatformsItem)),
            "listAccounts": accounts(),
            "listAccounts filtered": accounts(status=ConnectionStatus.ACTIVE),
        }
    )
)
