// Lists the server with the clients that oapi-codegen has made, and prints the ids as JSON.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"listing/klayrai"
	"listing/layers"
)

type listing = map[string][]string

var (
	ctx       = context.Background()
	url       = os.Getenv("ADS_KIT_URL")
	project   = os.Getenv("ADS_KIT_PROJECT")
	platforms = layers.Platforms{"meta_ads", "tiktok_ads"}
	statuses  = layers.StatusFilter{"active", "paused"}
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func with(header, value string) func(context.Context, *http.Request) error {
	return func(_ context.Context, request *http.Request) error {
		request.Header.Set(header, value)
		return nil
	}
}

// pages asks for a page after each cursor until there is none, and gathers the ids.
func pages(ask func(cursor *string) (ids []string, next *string)) []string {
	all, next := ask(nil)
	for next != nil {
		var ids []string
		ids, next = ask(next)
		all = append(all, ids...)
	}
	return all
}

func idsOf[Row any](rows []Row, id func(Row) string) []string {
	ids := []string{}
	for _, row := range rows {
		ids = append(ids, id(row))
	}
	return ids
}

func listLayers(found listing) {
	key := layers.WithRequestEditorFn(with("Authorization", "Bearer "+os.Getenv("ADS_KIT_TOKEN")))
	client := must(layers.NewClientWithResponses(url, key))

	adAccounts := func(params layers.ListAdAccountsParams) []string {
		body := must(client.ListAdAccountsWithResponse(ctx, project, &params)).JSON200
		return idsOf(body.Items, func(row layers.AdAccount) string { return row.AdAccountId })
	}
	campaigns := func(params layers.ListCampaignsParams) []string {
		limit := 15
		return pages(func(cursor *string) ([]string, *string) {
			params.Cursor, params.Limit = cursor, &limit
			body := must(client.ListCampaignsWithResponse(ctx, project, &params)).JSON200
			return idsOf(body.Items, func(row layers.Campaign) string { return row.CampaignId }), body.NextCursor
		})
	}
	adsets := func(params layers.ListAdsetsParams) []string {
		limit := 40
		return pages(func(cursor *string) ([]string, *string) {
			params.Cursor, params.Limit = cursor, &limit
			body := must(client.ListAdsetsWithResponse(ctx, project, &params)).JSON200
			return idsOf(body.Items, func(row layers.Adset) string { return row.AdsetId }), body.NextCursor
		})
	}
	ads := func(params layers.ListAdsParams) []string {
		limit := 60
		return pages(func(cursor *string) ([]string, *string) {
			params.Cursor, params.Limit = cursor, &limit
			body := must(client.ListAdsWithResponse(ctx, project, &params)).JSON200
			return idsOf(body.Items, func(row layers.Ad) string { return row.AdId }), body.NextCursor
		})
	}

	healthy, since := true, time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	found["listAdAccounts"] = adAccounts(layers.ListAdAccountsParams{})
	found["listAdAccounts filtered"] = adAccounts(layers.ListAdAccountsParams{Platforms: &platforms, Healthy: &healthy})
	found["listCampaigns"] = campaigns(layers.ListCampaignsParams{})
	found["listCampaigns filtered"] = campaigns(layers.ListCampaignsParams{Platforms: &platforms, Status: &statuses, Since: &since})
	found["listAdsets"] = adsets(layers.ListAdsetsParams{})
	found["listAdsets filtered"] = adsets(layers.ListAdsetsParams{Platforms: &platforms, Status: &statuses})
	found["listAds"] = ads(layers.ListAdsParams{})
	found["listAds filtered"] = ads(layers.ListAdsParams{Platforms: &platforms, Status: &statuses})
}

func listKlayrai(found listing) {
	key := klayrai.WithRequestEditorFn(with("x-api-key", os.Getenv("ADS_KIT_API_KEY")))
	client := must(klayrai.NewClientWithResponses(url, key))

	accounts := func(status *klayrai.ConnectionStatus) []string {
		ids, size := []string{}, 10
		for page := 1; ; page++ {
			params := klayrai.ListAccountsParams{Status: status, Page: &page, PageSize: &size}
			body := must(client.ListAccountsWithResponse(ctx, &params)).JSON200
			ids = append(ids, idsOf(body.Data, func(row klayrai.Account) string { return row.Id })...)
			if !body.Pagination.HasMore {
				return ids
			}
		}
	}

	active := klayrai.ConnectionStatus("active")
	found["listAccounts"] = accounts(nil)
	found["listAccounts filtered"] = accounts(&active)
}

func main() {
	found := listing{}
	listLayers(found)
	listKlayrai(found)
	must(0, json.NewEncoder(os.Stdout).Encode(found))
}
