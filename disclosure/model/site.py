"""The site that carries the notices: who runs it and under which registrations."""

from pydantic import Field

from disclosure.model.archiving import Archiving
from disclosure.model.contact import Contacts
from disclosure.model.fields import Link, Model, SiteAddress, Text
from disclosure.model.ledger_columns import LedgerColumns
from disclosure.model.publishing import Publishing
from disclosure.model.registrations import IcpRecord, PoliceRecord, SiteCode
from disclosure.model.review import ReviewPolicy


class Column(Model):
    """The column (栏目) of the site in which notices stand (国办发〔2017〕47号 page tags)."""

    name: Text = Field(description="栏目名称，如 巡视巡察")
    description: Text = Field(description="栏目说明")
    keywords: tuple[Text, ...] = Field(min_length=1, description="栏目关键词")
    type: Text = Field(description="栏目类别，如 党务公开")


class Crumb(Model):
    """One step of the breadcrumb above our own pages."""

    name: Text = Field(description="名称")
    url: Link = Field(description="网址")


class Feed(Model):
    """How readers' programs know the entries of the feed."""

    id_base: SiteAddress | None = Field(
        None, description="订阅里各条编号用的网址，base_url 改了以后写原来的，编号就不变"
    )


class Site(Model):
    """Identity of the site. What is missing here is reported, never invented."""

    name: Text = Field(description="网站名称")
    base_url: SiteAddress = Field(description="公开后的网址，如 https://www.example.com/gk/")
    organizer: Text | None = Field(None, description="主办单位")
    site_code: SiteCode | None = Field(None, description="网站标识码，10位")
    icp: IcpRecord | None = Field(None, description="ICP备案号")
    police_record: PoliceRecord | None = Field(None, description="公安机关备案号")
    column: Column = Field(description="栏目")
    parents: tuple[Crumb, ...] = Field((), description="上级位置，面包屑的前几级")
    report_error: Link | None = Field(None, description="“我为政府网站找错”的网址")
    contact: Contacts = Field((), description="通报没有联系方式时用的联系方式")
    review: ReviewPolicy | None = Field(
        None, description="审签步骤；写了就在生成时提示未审签的通报，不写按初审、复审、终审"
    )
    ledger_columns: LedgerColumns = Field(
        (), description="整改台账（Excel）的栏目，按先后写；不写按 序号、问题、整改措施等七栏"
    )
    publish: Publishing = Field(default_factory=Publishing, description="发布")
    feed: Feed = Field(default_factory=Feed, description="订阅")
    archive: Archiving = Field(default_factory=Archiving, description="归档")
