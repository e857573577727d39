package org.exchangehub.schemas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressChainTests {

    private static String parted(String address) {
        AddressChain chain = AddressChain.of(address);
        return AddressElement.words().stream()
                .flatMap(word -> chain.part(AddressElement.named(word).orElseThrow()).stream()
                        .map(part -> word + "=" + part))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    安徽省芜湖市镜湖区北京路街道赭山社区中山路12号3幢2单元501室; province=安徽省 city=芜湖市 county=镜湖区 street=北京路街道 community=赭山社区 road=中山路 number=12号 building=3幢 unit=2单元 room=501室
                    安徽芜湖市镜湖区新镇路5号; province=安徽省 city=芜湖市 county=镜湖区 road=新镇路 number=5号
                    北京市朝阳区建国路88号SOHO现代城A座1201; province=北京市 county=朝阳区 road=建国路 number=88号 estate=SOHO现代城 building=A座 room=1201
                    芜湖市弋江区马塘街道利民社区绿地新都会花园10幢1单元1802室; city=芜湖市 county=弋江区 street=马塘街道 community=利民社区 estate=绿地新都会花园 building=10幢 unit=1单元 room=1802室
                    安徽省芜湖市无为市泥汊镇保定村; province=安徽省 city=芜湖市 county=无为市 street=泥汊镇 community=保定村
                    中山北路３弄１２-１号; road=中山北路 rest=3弄12-1号
                    来历不明; rest=来历不明
                    """)
    void isPartedByTheWordsThatEndEachStep(String address, String parts) {
        assertThat(parted(address)).isEqualTo(parts);
    }
}
