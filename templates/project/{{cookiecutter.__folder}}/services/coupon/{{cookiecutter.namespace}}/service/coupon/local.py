"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.coupon import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.coupon.Coupon`."""

    redeem = staticmethod(actions.redeem)
    get_redemption = staticmethod(queries.get_redemption)
    list_redemptions = staticmethod(queries.list_redemptions)
    create_campaign = staticmethod(actions.create_campaign)
    put_campaign = staticmethod(actions.put_campaign)
    get_campaign = staticmethod(queries.get_campaign)
    list_campaigns = staticmethod(queries.list_campaigns)
    make_codes = staticmethod(actions.make_codes)
    list_codes = staticmethod(queries.list_codes)
