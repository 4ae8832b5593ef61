"""Geometry of the chart."""

from disclosure.model.figures import work_out
from disclosure.model.metric import Metric
from disclosure.page_texts import page_texts
from disclosure.render.views.chart import WIDTH, Chart, draw_growth_chart
from disclosure.render.views.figures import view_figures


def chart_of(*rates: str) -> Chart | None:
    """Return the chart of one figure for each rate; None where it needs none."""
    metrics = tuple(
        Metric.model_validate({"id": f"m{n}", "name": f"指标{n}", "value": "1", "yoy": rate})
        for n, rate in enumerate(rates)
    )
    figures, texts = work_out(metrics)[0], page_texts()
    return draw_growth_chart(figures, view_figures(figures, texts).rows, texts)


def drawn(*rates: str) -> Chart:
    """Return the chart of ``rates``, which must have one."""
    chart = chart_of(*rates)
    assert chart is not None
    return chart


def test_one_rate_needs_no_chart() -> None:
    """A single rate is compared with nothing; two are."""
    assert chart_of("5%") is None
    assert chart_of("5%", "6%") is not None


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
