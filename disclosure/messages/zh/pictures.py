"""Chinese: pictures in the text, and the command that prepares them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.picture_name": "图片文件名“{value}”不能用；请用英文字母、数字、连字符，以 .jpg、.png 或 .webp（小写）结尾，如 before-1.jpg",
        "picture.count": "pictures 里写2至{most}张图片，这里有 {count} 张；只有一张的写 picture，多的分成几块",
        "picture.absent": "找不到图片“{file}”；请把它放到 {folder} 里",
        "picture.link": "图片“{file}”是链接（快捷方式），没有读取；请把图片文件本身放到 {folder} 里",
        "picture.is_folder": "“{file}”是文件夹，不是图片；请改名或移走，再把图片放到 {folder} 里",
        "picture.kind": "“{file}”不是普通文件（是管道或设备），没有读取；请删去它，再把图片放到 {folder} 里",
        "picture.case": "找不到图片“{file}”，那里有“{found}”，大小写不同；请把文件改名为 {file}",
        "picture.no_access": "图片“{file}”打不开，可能没有读取权限；请核对 {folder} 里这个文件的权限，或重新放一份",
        "picture.file_large": "图片“{file}”超过 {limit} MB，没有读取；请用看图软件缩小后再放进来",
        "picture.format": "图片“{file}”是 {found}，不能用在网页正文里；请另存为 JPEG、PNG 或 WebP",
        "picture.unknown": "图片“{file}”不是 JPEG、PNG 或 WebP；请另存为其中一种",
        "picture.damaged": "图片“{file}”是坏的（不完整或内容有误）；请找到原图重新放进来",
        "picture.moving": "图片“{file}”会动；通报里请用不动的图片",
        "picture.coding": "图片“{file}”是一种少见的 JPEG，浏览器打不开；请重新另存为普通的 JPEG",
        "picture.name": "图片“{file}”的内容是 {found}，与文件名的结尾不符；请把文件改名为 {mended}",
        "picture.turned": "图片“{file}”是横着或倒着存的，靠拍摄信息转正，去掉拍摄信息就会歪；请运行 python3 build.py pictures {slug}，或用看图软件转正后另存",
        "picture.told": "图片“{file}”带着看不见的信息（{told}），可能泄露拍摄地点和设备；请运行 python3 build.py pictures {slug} 去掉，画面不变",
        "picture.large": "图片“{file}”有 {size} MB、{width}×{height} 像素，太大（上限 {limit} MB、1600万像素、边长8192）；请运行 python3 build.py pictures {slug} 缩小，或用看图软件缩小",
        "picture.copy": "图片“{file}”的小图“{copy}”不能用；请删去它，再运行 python3 build.py pictures {slug}",
        "picture.no_copies": "图片“{file}”较大，没有给手机用的小图；请运行 python3 build.py pictures {slug}",
        "picture.budget": "正文里的图片在手机上共要下载 {size} MB，超过 {limit} MB，打开会慢；请减少图片，或运行 python3 build.py pictures {slug}",
        "release.alternative": "替代文字“{text}”没有说图里是什么；请写看得见的内容，如 河岸已种上草皮，立着公示牌",
        "rule.release.alternative": "替代文字说图里是什么",
        "cli.pictures": "处理一篇通报正文里的图片：去掉拍摄信息和地点，转正、缩小，做手机用的小图；如 pictures 通报名",
        "pictures.which": "请写一篇通报的名字，如 python3 build.py pictures 2022-02-23-jxzszx",
        "pictures.unreadable": "{path} 里有错误，图片没有处理；请先运行 python3 build.py 看错误，改正后再来",
        "pictures.none": "这篇通报的正文里没有图片",
        "pictures.too_large": "图片“{file}”的像素太多，没有处理；请用看图软件缩小后再放进来",
        "pictures.bare": "{file}：去掉了 {told}，画面不变",
        "pictures.remade": "{file}：重新存成了 {width}×{height} 像素，{size} KB",
        "pictures.kept": "{file}：没有要改的",
        "pictures.copies": "{file}：做了小图 {copies}",
        "pictures.done": "{count} 张图片处理好了；文件夹里的图片已经改过，原图请另外保存，不要放在这里",
        "pictures.copied": "{count} 张图片处理好了：只做了小图，原来的图片没有改动",
        "pictures.ready": "{count} 张图片都不用处理，文件没有改动",
    }
)
