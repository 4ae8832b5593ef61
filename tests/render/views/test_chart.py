"""Geometry of the chart."""

from disclosure.model.figures import Figure, work_out
from disclosure.model.metric import Metric
from disclosure.page_texts import page_texts
from disclosure.render.views.chart import WIDTH, Chart, draw_growth_chart


def figures(*rates: str) -> dict[str, Figure]:
    """Return one figure for each rate."""
    metrics = tuple(
        Metric.model_validate({"id": f"m{n}", "name": f"指标{n}", "value": "1", "yoy": rate})
        for n, rate in enumerate(rates)
    )
    return work_out(metrics)[0]


def drawn(*rates: str) -> Chart:
    """Return the chart of ``rates``, which must have one."""
    chart = draw_growth_chart(figures(*rates), page_texts())
    assert chart is not None
    return chart


def test_one_rate_needs_no_chart() -> None:
    """A single rate is compared with nothing; two are."""
    assert draw_growth_chart(figures("5%"), page_texts()) is None
    assert draw_growth_chart(figures("5%", "6%"), page_texts()) is not None


def test_bars_are_in_proportion() -> None:
    """Twice the rate is twice the length."""
    small, large = drawn("10%", "20%").bars
    assert abs(large.width - 2 * small.width) <= 1  # whole units of the view box


def test_falls_stand_left_of_the_axis() -> None:
    """A falling figure's bar ends at the axis, a rising one's begins there; all stay inside."""
    chart = drawn("-8%", "12%", "0%")
    fall, rise, _ = chart.bars
    assert fall.x + fall.width == chart.axis == rise.x
    assert (fall.value, rise.value) == ("−8%", "+12%")
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in chart.bars)


def test_description_says_what_is_drawn() -> None:
    """Those who cannot see the chart are told every value."""
    assert drawn("-8%", "0%").description == "指标0同比下降8%；指标1同比持平。"
